import ts from 'typescript';

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

/**
 * Where declarations are from.
 *
 * @typedef {object} Origin
 * @property {(file: string) => string | undefined} packageOf the other package that a file is of, if it is of another
 * @property {(file: string) => boolean} isShown whether a type without a name outside is shown, if it is declared there
 * @property {ReadonlySet<ts.Symbol>} named what has a name outside, by any door
 */

/**
 * What a door offers, as declarations without comments: its exports by name, then the types of the same package that
 * these refer to and that no door exports. What is another package's is only named.
 *
 * @param {ts.Program} program the package's declarations
 * @param {string} file those of the door
 * @param {Origin} origin where declarations are from
 * @returns {string} the text, the same on every machine
 */
export function listExports(program, file, origin) {
  const checker = program.getTypeChecker();
  const exported = byName(exportsOf(program, file));
  const known = new Set(origin.named);
  /** @type {{ name: string, symbol: ts.Symbol }[]} */
  const referred = [];
  /** @param {ts.Symbol} symbol */
  const visit = (symbol) => {
    for (const declaration of declarationsOf(symbol)) {
      for (const other of symbolsIn(checker, declaration)) {
        const from = declarationsOf(other)[0]?.getSourceFile().fileName;
        if (from === undefined || known.has(other) || !origin.isShown(from)) continue;
        known.add(other);
        referred.push({ name: other.name, symbol: other });
        visit(other);
      }
    }
  };
  const lines = exported.map(({ name, symbol }) => {
    const other = origin.packageOf(declarationsOf(symbol)[0]?.getSourceFile().fileName ?? '');
    if (other !== undefined) return `export { ${name} } from '${other}';`;
    visit(symbol);
    return textOf(name, symbol);
  });
  if (referred.length > 0) lines.push('// Exported by no door, but referred to:');
  return `${[...lines, ...byName(referred).map(({ name, symbol }) => textOf(name, symbol))].join('\n\n')}\n`;
}

/**
 * @param {ts.Program} program the package's declarations
 * @param {string} file those of a door
 * @returns {{ name: string, symbol: ts.Symbol }[]} what it exports, and as what
 */
export function exportsOf(program, file) {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) {
    throw new Error(`${file} is not a module`);
  }
  return checker
    .getExportsOfModule(module)
    .map((symbol) => ({ name: symbol.name, symbol: target(checker, symbol) }));
}

/**
 * @param {string} name what a symbol is exported as
 * @param {ts.Symbol} symbol the symbol
 * @returns {string} all its declarations
 */
function textOf(name, symbol) {
  const texts = declarationsOf(symbol).map((declaration) => {
    const node = statementOf(declaration);
    return printer.printNode(ts.EmitHint.Unspecified, inOrder(node), node.getSourceFile());
  });
  const renamed = name === symbol.name ? [] : [`export { ${symbol.name} as ${name} };`];
  return [...texts, ...renamed].join('\n');
}

/**
 * The members of object types and unions sorted: where a type is inferred, their order depends on what else the compiler has
 * looked at before.
 *
 * @template {ts.Node} T
 * @param {T} node a declaration
 * @returns {T} the same with members in order
 */
function inOrder(node) {
  const source = node.getSourceFile();
  /** @param {ts.Node} part */
  const textIn = (part) => printer.printNode(ts.EmitHint.Unspecified, part, source);
  /**
   * @template {ts.Node} N
   * @param {readonly N[]} nodes
   */
  const sorted = (nodes) =>
    nodes
      .map((part) => ({ part, name: textIn(part) }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
      .map(({ part }) => part);
  const { transformed } = ts.transform(node, [
    (context) => (root) => {
      /**
       * @param {ts.Node} part
       * @returns {ts.Node}
       */
      const visit = (part) => {
        const visited = ts.visitEachChild(part, visit, context);
        if (ts.isUnionTypeNode(visited)) return context.factory.createUnionTypeNode(sorted(visited.types));
        if (ts.isTypeLiteralNode(visited) && visited.members.every(ts.isPropertySignature))
          return context.factory.createTypeLiteralNode(sorted(visited.members));
        return visited;
      };
      return /** @type {T} */ (ts.visitNode(root, visit));
    },
  ]);
  return transformed[0] ?? node;
}

/**
 * @param {ts.Declaration} declaration
 * @returns {ts.Node} the statement, for a variable is declared by a part of one
 */
function statementOf(declaration) {
  /** @type {ts.Node} */
  let node = declaration;
  while (ts.isVariableDeclaration(node) || ts.isVariableDeclarationList(node) || ts.isBindingElement(node)) {
    node = node.parent;
  }
  return node;
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Node} declaration
 * @returns {ts.Symbol[]} what it refers to on the level of modules
 */
function symbolsIn(checker, declaration) {
  /** @type {ts.Symbol[]} */
  const found = [];
  /** @param {ts.Node} node */
  const look = (node) => {
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      const meant = symbol && target(checker, symbol);
      if (meant !== undefined && declarationsOf(meant).some(isOfModule)) found.push(meant);
    }
    ts.forEachChild(node, look);
  };
  look(declaration);
  return found;
}

/**
 * @param {ts.Declaration} declaration
 * @returns {boolean} whether it stands in a module by itself, and is neither a member nor the module
 */
function isOfModule(declaration) {
  const node = statementOf(declaration);
  return !ts.isSourceFile(node) && ts.isSourceFile(node.parent);
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} symbol
 */
function target(checker, symbol) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** @param {ts.Symbol} symbol */
function declarationsOf(symbol) {
  return symbol.declarations ?? [];
}

/**
 * @template {{ name: string }} T
 * @param {readonly T[]} entries
 * @returns {T[]} in an order that no locale changes
 */
function byName(entries) {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
