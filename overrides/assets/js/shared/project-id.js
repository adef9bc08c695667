// A project's own id: made once, and carried in its file, so that its dates in a calendar are the same from any device.

import { factsOf, keepFacts } from "./project.js";

/** @param {string} scope see project.js @returns {string} */
export function projectId(scope) {
  const facts = factsOf(scope);
  if (typeof facts.uid === "string" && /^[a-z0-9-]{8,64}$/.test(facts.uid)) return facts.uid;
  facts.uid = [...crypto.getRandomValues(new Uint16Array(8))]
    .map((part) => part.toString(16).padStart(4, "0"))
    .join("");
  return keepFacts(scope, facts) ? facts.uid : "not-kept"; // a browser that keeps nothing still gives the same id twice
}
