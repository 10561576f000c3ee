import { ts } from 'ts-morph';
import type { Binding, BindingKind, Item, Use } from './binding.js';
import { Scope } from './binding.js';
import { elementsOf, isAssignment, isDeclaration, namesOf } from './declared-names.js';
import { isHarmless } from './is-harmless.js';

/** A list of statements that are executed one after the other. */
export interface StatementList {
  readonly statements: readonly ts.Statement[];
  /** The function whose body it is; `undefined` for a list within one. */
  readonly bodyOf: ts.Node | undefined;
  /** The code it belongs to. */
  readonly item: Item;
}

/** What the names of a module mean, and the places where rules for tidying look. */
export interface Names {
  readonly bindings: readonly Binding[];
  /** By the block, or the case of a switch, that they stand in. */
  readonly lists: ReadonlyMap<ts.Node, StatementList>;
  /** Bodies of conditions, loops and arrow functions, with how deep their owners stand in blocks. */
  readonly bodies: readonly { readonly block: ts.Block; readonly depth: number }[];
}

/** Finds what each name of a module means, and marks the names and the code that are there for a reason. */
export function resolveNames(file: ts.SourceFile): Names {
  const resolver = new Resolver(file);
  markRead(resolver.root);
  return resolver;
}

/** Marks what live code reads as read, and what is there for that as live. */
function markRead(root: Item): void {
  const pending = [root];
  for (const item of pending) {
    item.isLive = true;
    for (const binding of item.reads) {
      if (binding.isRead) continue;
      binding.isRead = true;
      pending.push(...binding.items); // lists grow while walked
    }
  }
}

type FunctionNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration;

class Resolver implements Names {
  readonly bindings: Binding[] = [];
  readonly lists = new Map<ts.Node, StatementList>();
  readonly bodies: { readonly block: ts.Block; readonly depth: number }[] = [];
  readonly root: Item = { isLive: false, reads: [] };
  #scope = new Scope();
  #item = this.root;
  #depth = 0;

  constructor(file: ts.SourceFile) {
    this.#declareAll(file.statements);
    for (const statement of file.statements) this.#visitTopLevel(statement);
  }

  #visitTopLevel(statement: ts.Statement): void {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    if (ts.isImportDeclaration(statement)) return;
    const bindings = namesOf(statement).flatMap((name) => this.#scope.find(name.text) ?? []);
    if (isExported) this.root.reads.push(...bindings);
    const own = bindings.length === 0 ? this.#item : this.#itemOf(bindings);
    this.#within(own, () => {
      if (!ts.isVariableStatement(statement)) {
        this.#visit(statement);
        return;
      }
      // a constant of a module is there only for who reads it, and may be made by a call
      for (const { type, initializer } of statement.declarationList.declarations) {
        if (type !== undefined) this.#visit(type);
        if (initializer !== undefined) this.#visit(initializer);
      }
    });
  }

  #visit(node: ts.Node): void {
    if (ts.isIdentifier(node)) this.#use(node, 'read');
    else if (ts.isPropertyAccessExpression(node)) this.#visit(node.expression);
    else if (ts.isQualifiedName(node)) this.#visit(node.left);
    else if (ts.isPropertyAssignment(node)) {
      if (ts.isComputedPropertyName(node.name)) this.#visit(node.name.expression);
      this.#visit(node.initializer);
    } else if (ts.isShorthandPropertyAssignment(node)) this.#use(node.name, 'read');
    else if (ts.isPropertySignature(node)) {
      if (node.type !== undefined) this.#visit(node.type);
    } else if (ts.isFunctionTypeNode(node) || ts.isIndexSignatureDeclaration(node)) {
      for (const { type } of node.parameters) if (type !== undefined) this.#visit(type);
      this.#visit(node.type);
    } else if (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node))
      this.#visitFunction(node);
    else if (ts.isMethodDeclaration(node)) this.#visitFunction(node);
    else if (ts.isInterfaceDeclaration(node)) {
      for (const clause of node.heritageClauses ?? []) this.#visit(clause);
      for (const member of node.members) this.#visit(member);
    } else if (ts.isTypeAliasDeclaration(node)) this.#visit(node.type);
    else if (ts.isNamedTupleMember(node)) this.#visit(node.type);
    else if (ts.isTypePredicateNode(node)) {
      if (node.type !== undefined) this.#visit(node.type);
    } else if (ts.isExportDeclaration(node)) this.#visitExport(node);
    else if (ts.isBlock(node)) this.#inScope(() => this.#visitList(node, undefined));
    else if (ts.isCaseBlock(node)) this.#visitCases(node);
    else if (ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node))
      this.#visitLoop(node);
    else if (ts.isCatchClause(node)) this.#visitCatch(node);
    else if (ts.isVariableStatement(node)) this.#visitVariables(node);
    else if (ts.isExpressionStatement(node)) this.#visitExpressionStatement(node);
    else if (ts.isIfStatement(node) || ts.isWhileStatement(node)) {
      if (ts.isIfStatement(node)) this.#noteBody(node.thenStatement, node.elseStatement === undefined);
      else this.#noteBody(node.statement);
      ts.forEachChild(node, (child) => this.#visit(child));
    } else if (!ts.isBreakOrContinueStatement(node)) {
      if (ts.isBinaryExpression(node) && isAssignment(node)) this.#noteTarget(node.left);
      if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
        const { operator } = node;
        if (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken)
          this.#noteTarget(node.operand);
      }
      ts.forEachChild(node, (child) => this.#visit(child));
    }
  }

  #visitFunction(fn: FunctionNode): void {
    const outer = this.#scope;
    this.#scope = new Scope(outer, fn);
    for (const parameter of fn.parameters) {
      if (ts.isIdentifier(parameter.name)) this.#declare(parameter.name, 'parameter', parameter);
      else for (const element of elementsOf(parameter.name)) this.#declare(element.name, 'constant', element);
      if (parameter.type !== undefined) this.#visit(parameter.type);
      if (parameter.initializer !== undefined) this.#visit(parameter.initializer);
    }
    if (fn.type !== undefined) this.#visit(fn.type);
    if (fn.body !== undefined) {
      if (ts.isBlock(fn.body)) {
        const { body } = fn;
        if (ts.isArrowFunction(fn)) this.#noteBody(body);
        this.#visitList(body as ts.Block, fn); // asked for right above
      } else this.#visit(fn.body);
    }
    this.#scope = outer;
  }

  #visitList(block: ts.Block, bodyOf: ts.Node | undefined): void {
    const { statements } = block;
    this.lists.set(block, { statements, bodyOf, item: this.#item });
    this.#declareAll(statements);
    this.#depth++;
    for (const statement of statements) this.#visit(statement);
    this.#depth--;
  }

  #visitCases({ clauses }: ts.CaseBlock): void {
    this.#inScope(() => {
      for (const { statements } of clauses) this.#declareAll(statements);
      this.#depth += 2;
      for (const clause of clauses) {
        this.lists.set(clause, { statements: clause.statements, bodyOf: undefined, item: this.#item });
        ts.forEachChild(clause, (child) => this.#visit(child));
      }
      this.#depth -= 2;
    });
  }

  #visitLoop(loop: ts.ForStatement | ts.ForOfStatement | ts.ForInStatement): void {
    this.#inScope(() => {
      const { initializer } = loop;
      if (initializer !== undefined && ts.isVariableDeclarationList(initializer))
        for (const declaration of initializer.declarations) {
          if (ts.isIdentifier(declaration.name)) this.#declare(declaration.name, 'loop', declaration);
          else
            for (const element of elementsOf(declaration.name))
              this.#declare(element.name, 'constant', element);
        }
      this.#noteBody(loop.statement);
      ts.forEachChild(loop, (child) => {
        if (!ts.isVariableDeclarationList(child)) {
          this.#visit(child);
          return;
        }
        for (const { type, initializer: value } of child.declarations) {
          if (type !== undefined) this.#visit(type);
          if (value !== undefined) this.#visit(value);
        }
      });
    });
  }

  #visitCatch({ variableDeclaration, block }: ts.CatchClause): void {
    this.#inScope(() => {
      if (variableDeclaration !== undefined && ts.isIdentifier(variableDeclaration.name))
        this.#declare(variableDeclaration.name, 'caught', variableDeclaration);
      this.#visitList(block, undefined);
    });
  }

  #visitVariables({ declarationList }: ts.VariableStatement): void {
    for (const { name, type, initializer } of declarationList.declarations) {
      const names = ts.isIdentifier(name) ? [name] : elementsOf(name).map((element) => element.name);
      const bindings = names.flatMap((one) => this.#scope.find(one.text) ?? []);
      const own = this.#itemOf(bindings);
      if (type !== undefined) this.#within(own, () => this.#visit(type));
      if (initializer === undefined) continue;
      const isRemovable = isHarmless(initializer) && declarationList.declarations.length === 1;
      this.#within(isRemovable ? own : this.#item, () => this.#visit(initializer));
    }
  }

  #visitExpressionStatement(statement: ts.ExpressionStatement): void {
    const { expression } = statement;
    if (ts.isBinaryExpression(expression) && ts.isIdentifier(expression.left) && isAssignment(expression)) {
      const { left, right } = expression;
      const binding = this.#scope.find(left.text);
      const isOwn = binding !== undefined && isHarmless(right);
      this.#within(isOwn ? this.#itemOf([binding]) : this.#item, () => {
        this.#use(left, 'write', statement);
        this.#visit(right);
      });
      return;
    }
    if (ts.isPostfixUnaryExpression(expression) && ts.isIdentifier(expression.operand)) {
      const { operand } = expression;
      const binding = this.#scope.find(operand.text);
      this.#within(binding === undefined ? this.#item : this.#itemOf([binding]), () =>
        this.#use(operand, 'write', statement),
      );
      return;
    }
    this.#visit(expression);
  }

  /** An assignment within an expression, or to a pattern: it counts as reading as well. */
  #noteTarget(target: ts.Expression): void {
    if (ts.isIdentifier(target)) this.#use(target, 'write');
    else if (ts.isArrayLiteralExpression(target)) for (const one of target.elements) this.#noteTarget(one);
    else if (ts.isObjectLiteralExpression(target))
      for (const one of target.properties) {
        if (ts.isShorthandPropertyAssignment(one)) this.#noteTarget(one.name);
        else if (ts.isPropertyAssignment(one)) this.#noteTarget(one.initializer);
      }
  }

  #visitExport({ exportClause, moduleSpecifier }: ts.ExportDeclaration): void {
    if (moduleSpecifier !== undefined || exportClause === undefined || !ts.isNamedExports(exportClause))
      return;
    for (const { propertyName, name } of exportClause.elements) {
      const local = propertyName ?? name;
      if (ts.isIdentifier(local)) this.#use(local, 'read');
    }
  }

  /** A body that may stand without braces, if it is a block. */
  #noteBody(body: ts.Statement | ts.ConciseBody, isAlone = true): void {
    if (isAlone && ts.isBlock(body)) this.bodies.push({ block: body, depth: this.#depth });
  }

  /** The names that statements declare mean the same in all of them, also further up. */
  #declareAll(statements: readonly ts.Statement[]): void {
    for (const statement of statements) {
      if (ts.isVariableStatement(statement)) {
        const { declarations, flags } = statement.declarationList;
        const kind = (flags & ts.NodeFlags.Const) === 0 ? 'variable' : 'constant';
        for (const declaration of declarations) {
          if (ts.isIdentifier(declaration.name)) this.#declare(declaration.name, kind, declaration);
          else for (const element of elementsOf(declaration.name)) this.#declare(element.name, kind, element);
        }
      } else if (isDeclaration(statement)) {
        if (statement.name !== undefined) this.#declare(statement.name, 'declaration', statement);
      } else if (ts.isImportDeclaration(statement)) {
        const named = statement.importClause?.namedBindings;
        if (named !== undefined && ts.isNamedImports(named))
          for (const element of named.elements) this.#declare(element.name, 'import', element);
        else if (named !== undefined) this.#declare(named.name, 'import', named);
      }
    }
  }

  #declare(name: ts.Identifier, kind: BindingKind, declaration: ts.Node): void {
    const binding: Binding = {
      name: name.text,
      kind,
      declaration,
      owner: this.#scope.owner,
      item: this.#item,
      uses: [],
      isCaptured: false,
      items: [],
      isRead: false,
    };
    this.#scope.declare(binding);
    this.bindings.push(binding);
  }

  #use(node: ts.Identifier, kind: Use['kind'], statement?: ts.ExpressionStatement): void {
    const binding = this.#scope.find(node.text);
    if (binding === undefined) return;
    binding.uses.push({
      node,
      kind,
      item: this.#item,
      isGone: false,
      ...(statement === undefined ? {} : { statement }),
    });
    if (binding.owner !== this.#scope.owner) binding.isCaptured = true;
    if (kind === 'read') this.#item.reads.push(binding);
  }

  /** An item for what is there only for some names. */
  #itemOf(bindings: readonly Binding[]): Item {
    const [first] = bindings;
    const known = bindings.length === 1 ? first?.items[0] : undefined;
    if (known !== undefined) return known;
    const item: Item = { isLive: false, reads: [] };
    for (const binding of bindings) binding.items.push(item);
    return item;
  }

  #within(item: Item, visit: () => void): void {
    const outer = this.#item;
    this.#item = item;
    visit();
    this.#item = outer;
  }

  #inScope(visit: () => void): void {
    const outer = this.#scope;
    this.#scope = new Scope(outer);
    visit();
    this.#scope = outer;
  }
}
