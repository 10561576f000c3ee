import type { Expression } from '../expression.js';
import { operands } from '../expression.js';
import type { NodeIR } from '../node.js';
import type { ParameterIR, SchemaIR, StructIR } from '../schema.js';
import { childrenOf } from './children.js';
import { structNamed } from './struct-named.js';
import { virtualValues } from './virtual-values.js';

/** Adds what is known only once all structs are: the parameters that each one needs from above, and recursion. */
export function withParameters(ir: SchemaIR): SchemaIR {
  let parameters = new Map<string, readonly ParameterIR[]>();
  for (let changed = true; changed; ) {
    const next = new Map(
      Object.entries(ir.structs).map(([name, struct]) => [name, parametersOfStruct(struct, parameters)]),
    );
    changed = [...next].some(([name, list]) => list.length !== parameters.get(name)?.length);
    parameters = next;
  }
  const structs: Record<string, StructIR> = {};
  for (const [name, needed] of parameters) {
    const struct = structNamed(name, ir.structs);
    // parameters that are optional at a root come last
    const ordered = [...needed].sort((a, b) => Number(isPreset(a)) - Number(isPreset(b)));
    structs[name] = { ...struct, parameters: ordered, recursive: reaches(name, name, ir) };
  }
  return { ...ir, structs };
}

const isPreset = (parameter: ParameterIR): boolean => parameter.default !== undefined;

/** Parameters that a node needs from above, given those of the structs; in order of first use. */
export function freeParameters(
  node: NodeIR,
  of: (struct: string) => readonly ParameterIR[],
): readonly ParameterIR[] {
  const found = new Map<string, ParameterIR>();
  const collect = (n: NodeIR, bound: ReadonlySet<string>): void => {
    const { inline, ahead, expressions } = childrenOf(n);
    for (const expression of expressions) addParameters(expression, bound, found);
    if (n.kind === 'struct') for (const p of of(n.name)) if (!bound.has(p.name)) found.set(p.name, p);
    const inner = new Set([...bound, ...boundBy(n)]);
    for (const child of [...inline, ...ahead]) collect(child, isDemand(n, child) ? bound : inner);
  };
  collect(node, new Set());
  return [...found.values()];
}

/** The parameters that an expression reads. */
export function parametersRead(expression: Expression): readonly ParameterIR[] {
  const found = new Map<string, ParameterIR>();
  addParameters(expression, new Set(), found);
  return [...found.values()];
}

/** The parameter that an expression reads. */
export function parameterOf({
  name,
  type,
  values,
  default: preset,
  candidates,
}: Extract<Expression, { op: 'parameter' }>): ParameterIR {
  return {
    name,
    type,
    ...(values === undefined ? {} : { values }),
    ...(preset === undefined ? {} : { default: preset }),
    ...(candidates === undefined ? {} : { candidates }),
  };
}

/** The parameters that a node binds for its content. */
export function boundBy(node: NodeIR): readonly string[] {
  if (node.kind === 'bind') return node.bindings.map((binding) => binding.parameter);
  return node.kind === 'search' ? [node.parameter] : [];
}

/** Whether a child of a node is a demand that follows it, rather than its content. */
export function isDemand(node: NodeIR, child: NodeIR): boolean {
  return node.kind === 'search' && (node.followedBy ?? []).includes(child);
}

function parametersOfStruct(
  struct: StructIR,
  known: ReadonlyMap<string, readonly ParameterIR[]>,
): readonly ParameterIR[] {
  const found = new Map<string, ParameterIR>();
  for (const field of struct.fields) {
    for (const p of freeParameters(field.node, (name) => known.get(name) ?? [])) found.set(p.name, p);
    if (field.encode !== undefined) addParameters(field.encode, new Set(), found);
  }
  for (const check of struct.checks) addParameters(check.holds, new Set(), found);
  for (const value of virtualValues(struct)) addParameters(value, new Set(), found);
  return [...found.values()];
}

function addParameters(
  expression: Expression,
  bound: ReadonlySet<string>,
  found: Map<string, ParameterIR>,
): void {
  if (expression.op === 'parameter' && !bound.has(expression.name)) {
    found.set(expression.name, parameterOf(expression));
  }
  for (const operand of operands(expression)) addParameters(operand, bound, found);
}

function reaches(from: string, to: string, ir: SchemaIR): boolean {
  const seen = new Set<string>();
  const visit = (node: NodeIR): boolean => {
    if (node.kind === 'struct') {
      if (node.name === to) return true;
      if (seen.has(node.name)) return false;
      seen.add(node.name);
      return structNamed(node.name, ir.structs).fields.some((field) => visit(field.node));
    }
    const { inline, ahead } = childrenOf(node);
    return inline.some(visit) || ahead.some(visit);
  };
  return structNamed(from, ir.structs).fields.some((field) => visit(field.node));
}
