// The kinds of chart for a page: each is fetched where a table asks for it, so that no page loads another's.

const LOADERS = {
  changes: async () => (await import("./changes.js")).changes,
  levels: async () => (await import("./ladder.js")).levels,
  rings: async () => (await import("./rings.js")).rings,
  scores: async () => (await import("./bars.js")).scores,
  timeline: async () => (await import("./timeline.js")).timeline,
};

/**
 * @param {string} kind one of those in ./registry.js
 * @returns {Promise<(plot: object, width: number, words: object) => import("./drawing.js").Drawing>} what places it
 */
export function placing(kind) {
  return LOADERS[kind]();
}
