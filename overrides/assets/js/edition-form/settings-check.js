// Everything that the build would say of an edition's settings and that the page can know: the schema, and the rules
// that look at several settings at once (see macros/models/editions.py).

import { contrast, readable, TEXT } from "./colours.js";
import { schemaProblems } from "./schema-check.js";

const WHITE = "#ffffff";
const RULES = [legible, reachable, samePlace, signedWhole, signedFully, reviewedLater, reasoned];

/**
 * @param {object} schema
 * @param {unknown} data
 * @returns {import("./schema-check.js").Problem[]} `values` are what the words have places for
 */
export function settingsProblems(schema, data) {
  const problems = schemaProblems(schema, data);
  if (typeof data !== "object" || data === null || problems.some(({ path }) => !path.length)) return problems;
  const wrong = new Set(problems.map(({ path }) => path.join(".")));
  const more = RULES.flatMap((rule) => rule(data) ?? []).filter(({ path }) => !wrong.has(path.join(".")));
  return [...problems, ...more];
}

function legible({ look }) {
  const primary = look?.primary;
  if (!/^#[0-9a-f]{6}$/i.test(primary ?? "")) return undefined;
  const ratio = contrast(primary.toLowerCase(), WHITE);
  if (ratio >= TEXT) return undefined;
  const better = readable(primary.toLowerCase(), WHITE);
  return { path: ["look", "primary"], rule: "unreadable", value: primary, values: { ratio: ratio.toFixed(1), better } };
}

function reachable({ contact, draft }) {
  if (!contact || draft === true || contact.email || contact.website || contact.phone) return undefined;
  return { path: ["contact", "email"], rule: "unreachable" };
}

function samePlace({ place, place_with_article: article }) {
  if (typeof article !== "string" || typeof place !== "string" || article.includes(place)) return undefined;
  return { path: ["place_with_article"], rule: "article", values: { place } };
}

function signedWhole({ accessibility: signed }) {
  const signature = [signed?.compliance, signed?.signed_by, signed?.signed_on];
  if (signature.every(Boolean) || !signature.some(Boolean)) return undefined;
  return { path: ["accessibility", "signed_by"], rule: "signed_in_part" };
}

function signedFully({ accessibility: signed }) {
  if (signed?.compliance !== "fully" || signed.tested?.length) return undefined;
  return { path: ["accessibility", "compliance"], rule: "fully" };
}

function reviewedLater({ accessibility: signed }) {
  if (!(signed?.reviewed_on < signed?.signed_on)) return undefined;
  return { path: ["accessibility", "reviewed_on"], rule: "reviewed" };
}

function reasoned({ hide }) {
  if (!Array.isArray(hide)) return [];
  return hide.flatMap((entry, at) =>
    typeof entry?.reason === "string" && !entry.reason.trim() ? { path: ["hide", at, "reason"], rule: "empty" } : [],
  );
}
