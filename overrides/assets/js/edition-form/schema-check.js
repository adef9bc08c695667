// What in some data does not fit a JSON schema. It knows the keywords that the schema of `edition.yml` uses, and no
// others: a test says so.

/**
 * @typedef {{path: (string | number)[], rule: string, value?: unknown, choices?: string[]}} Problem `rule` names the
 *   words by which it is told: missing, unknown, choice, date, shape, or what the schema's `$comment` says
 */

/**
 * @param {object} schema
 * @param {unknown} data dates are `Date`s
 * @returns {Problem[]}
 */
export function schemaProblems(schema, data) {
  return [...check(schema, data, [])];

  function* check(given, value, path) {
    const rules = given.$ref ? schema.$defs[given.$ref.replace("#/$defs/", "")] : given;
    if (rules.anyOf) {
      if (!rules.anyOf.some((way) => check(way, value, path).next().done)) yield* check(rules.anyOf[0], value, path);
      return;
    }
    if (!isOfType(rules, value)) {
      yield { path, rule: rules.format ?? (value === null ? "empty" : "shape"), value };
      return;
    }
    if (rules.enum && !rules.enum.includes(value)) yield { path, rule: "choice", value, choices: rules.enum };
    if (rules.pattern && !new RegExp(rules.pattern).test(value)) yield { path, rule: rules.$comment ?? "shape", value };
    if (rules.type === "array")
      for (const [at, item] of value.entries()) yield* check(rules.items, item, [...path, at]);
    if (rules.type === "object") yield* keys(rules, value, path);
  }

  function* keys(rules, value, path) {
    for (const key of rules.required ?? [])
      if (!Object.hasOwn(value, key)) yield { path: [...path, key], rule: "missing" };
    for (const [key, part] of Object.entries(value)) {
      const known = rules.properties && Object.hasOwn(rules.properties, key) ? rules.properties[key] : undefined;
      const other = known ?? rules.additionalProperties;
      if (!other) yield { path: [...path, key], rule: "unknown" };
      // A key whose last entry somebody deleted stands there without a value: the build takes that for none.
      else if (part !== null || !isListOrKeys(known)) yield* check(other, part, [...path, key]);
    }
  }
}

function isListOrKeys(rules) {
  return rules?.type === "array" || (rules?.type === "object" && rules.additionalProperties !== false);
}

function isOfType({ type, format }, value) {
  if (format === "date") return value instanceof Date;
  if (value instanceof Date) return false;
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}
