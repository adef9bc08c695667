// The partners and assets that a project may hand on: names and offers alone. Contacts, what a partner cares about and
// who agreed when are left where they are.

import { heldAt } from "../shared/kept-values.js";
import { privateWords } from "./private-words.js";

/**
 * @param {import("../shared/answers.js").Answers} partnerMap
 * @param {import("../shared/answers.js").Answers} assetMap
 * @param {{rings: Object<string, string>, names: string[]}} about the words of the options of a ring by their ids, and
 *   names in which capital letters are expected
 * @returns {{partners: object[], assets: object[]}} each with `doubts`: see private-words.js
 */
export function handedOut(partnerMap, assetMap, { rings, names }) {
  const partners = heldAt(partnerMap, "partners.organisation").map(({ key, value }) => ({
    key: `partner-map.${key}`,
    name: value,
    doubts: privateWords(value, names),
  }));
  const expected = [...names, ...partners.map(({ name }) => name)];
  const assets = heldAt(assetMap, "assets.asset").map(({ key, value }) => {
    const cell = (column) => assetMap.values.get(`${key.split(".").slice(0, 2).join(".")}.${column}`);
    const [offers, owner, ring] = ["offers", "owner", "ring"].map((column) => asText(cell(column)));
    return {
      key: `asset-map.${key}`,
      name: value,
      offers,
      ring: rings[ring] ?? ring,
      partner: ownerOf(owner, partners),
      changed: Math.max(...["asset", "offers", "owner", "ring"].map((column) => cell(column)?.at ?? 0)),
      doubts: privateWords(`${value}. ${offers}`, expected),
    };
  });
  return { partners, assets };
}

// The partner whose name stands in what is written of an asset's owner; of two the longer name.
function ownerOf(owner, partners) {
  const low = owner.toLowerCase();
  return partners
    .filter(({ name }) => low.includes(name.toLowerCase()))
    .sort((asset, other) => other.name.length - asset.name.length)[0];
}

function asText(entry) {
  return typeof entry?.value === "string" ? entry.value.trim() : "";
}
