// TypeScript types of a contract, by openapi-typescript.
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const { factory } = ts;
const HEADER = '// Generated from the contract by openapi-typescript. Do not edit.\n\n';

export async function types(document) {
  const nodes = await openapiTS(JSON.stringify(prepared(document)), {
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    silent: true,
    transform(schema) {
      if (schema['x-listed'] !== undefined) return openUnion(schema);
      if (schema['x-needs'] !== undefined) return needs(schema['x-needs']);
      if (schema['x-never']) return factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword);
      return undefined;
    },
  });
  return HEADER + astToString(nodes);
}

/**
 * Says with keywords that reach transform() what it has to know: an enumeration is else written without asking, and an alternative of
 * "required" as unknown.
 */
function prepared(document) {
  const copy = structuredClone(document);
  const requests = new Set();
  const schemas = copy.components?.schemas ?? {};
  const resolve = (schema) => (schema.$ref === undefined ? schema : schemas[schema.$ref.split('/').pop()]);
  // requests send listed values only: what they hold keeps its closed enumerations
  for (const holder of sent(copy)) closed(holder, resolve, requests);
  walk(copy.components?.schemas, (schema) => open(schema, requests));
  walk(copy.paths, (schema) => open(schema, requests));
  walk(copy.components?.responses, (schema) => open(schema, requests));
  walk(copy.components?.schemas, alternatives);
  return copy;
}

function* sent(document) {
  for (const schema of Object.values(document.components?.schemas ?? {})) if (schema['x-direction'] === 'request') yield schema;
  const parameters = [
    ...Object.values(document.components?.parameters ?? {}),
    ...Object.values(document.paths).flatMap((item) => [item, ...Object.values(item)].flatMap((each) => each.parameters ?? [])),
  ];
  for (const { schema } of parameters) if (schema !== undefined) yield schema;
}

/** Copies open enumerations to where a request refers to them, and marks these copies. */
function closed(schema, resolve, requests) {
  walk(schema, (each) => {
    const target = resolve(each);
    if (each.$ref !== undefined && target?.['x-open-enum']) {
      delete each.$ref;
      for (const [name, value] of Object.entries(target)) each[name] ??= structuredClone(value);
    }
    requests.add(each);
  });
}

function open(schema, requests) {
  if (!schema['x-open-enum'] || requests.has(schema) || !Array.isArray(schema.enum)) return;
  schema['x-listed'] = schema.enum;
  delete schema.enum;
}

function alternatives(schema) {
  const words = Object.keys(schema).join();
  if (words === 'required') {
    schema['x-needs'] = schema.required;
    schema.type = 'object';
  } else if (words === 'not' && Object.keys(schema.not).length === 0) {
    delete schema.not;
    schema['x-never'] = true;
    schema.type = 'object';
  }
}

function walk(node, visit) {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, each] of Object.entries(node)) {
    if (!['example', 'examples', 'default', 'enum'].includes(name)) walk(each, visit);
  }
  if (!Array.isArray(node)) visit(node);
}

/** 'a' | 'b' | (string & {}): editors offer what is listed, and the compiler takes what is not. */
function openUnion(schema) {
  const kinds = Array.isArray(schema.type) ? schema.type : [schema.type];
  const listed = schema['x-listed'].filter((each) => each !== null).map(literal);
  const any = kinds.includes('string') ? ts.SyntaxKind.StringKeyword : ts.SyntaxKind.NumberKeyword;
  const rest = factory.createParenthesizedType(
    factory.createIntersectionTypeNode([factory.createKeywordTypeNode(any), factory.createTypeLiteralNode([])]),
  );
  const nothing = kinds.includes('null') ? [factory.createLiteralTypeNode(factory.createNull())] : [];
  return union([...listed, rest, ...nothing]);
}

function literal(value) {
  if (typeof value === 'string') return factory.createLiteralTypeNode(factory.createStringLiteral(value));
  const number = factory.createNumericLiteral(Math.abs(value));
  return factory.createLiteralTypeNode(value < 0 ? factory.createPrefixUnaryExpression(ts.SyntaxKind.MinusToken, number) : number);
}

/** { email: {} | null }: beside the properties, e-mail has to be there, of the type that it has there. */
function needs(names) {
  const present = union([factory.createTypeLiteralNode([]), factory.createLiteralTypeNode(factory.createNull())]);
  return factory.createTypeLiteralNode(
    names.map((name) => factory.createPropertySignature(undefined, /^[A-Za-z_]\w*$/.test(name) ? name : factory.createStringLiteral(name), undefined, present)),
  );
}

function union(nodes) {
  return nodes.length === 1 ? nodes[0] : factory.createUnionTypeNode(nodes);
}
