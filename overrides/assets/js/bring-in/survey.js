// Many people's answers to the same questions, as counts. A number so small that somebody could be recognised is hidden,
// and so is the next smallest, from which it could be worked out.

const SMALLEST = 5; // people: the same as in the baseline workbook

/**
 * @param {import("./together.js").Together} all
 * @param {import("./definition.js").Definition} sheet
 * @returns {{name: string, people: number | undefined, mean?: number, counts: {text: string, count: number | undefined}[]}[]}
 *   a count or a mean is undefined where it is hidden
 */
export function baseline(all, sheet) {
  const asked = [...sheet.fields.values()].filter(({ kind }) => ["choice", "scale", "tick"].includes(kind));
  return asked
    .filter(({ name }) => all.fields.has(name))
    .map(({ name, kind, options }) => {
      const answers = all.fields.get(name);
      const people = answers.reduce((sum, { from }) => sum + from.length, 0);
      const countOf = (value) => answers.find((answer) => answer.value === value)?.from.length ?? 0;
      const shown = people >= SMALLEST;
      const counts = kind === "tick" ? [] : options.map(({ value, text }) => ({ text, count: countOf(value) }));
      const sum = answers.reduce((total, { value, from }) => total + Number(value) * from.length, 0);
      const mean = kind === "scale" && shown ? Math.round((sum / people) * 10) / 10 : undefined;
      return { name, people: shown ? people : undefined, mean, counts: hidden(counts, people) };
    });
}

/**
 * Counts without the small ones.
 * @param {{text: string, count: number}[]} counts
 * @param {number} people
 * @returns {{text: string, count: number | undefined}[]}
 */
export function hidden(counts, people) {
  if (people < SMALLEST) return counts.map(({ text }) => ({ text, count: undefined }));
  const isSmall = ({ count }) => count > 0 && count < SMALLEST;
  const small = counts.filter(isSmall);
  const gone = new Set(small);
  const rest = counts
    .filter((option) => !isSmall(option) && option.count > 0)
    .sort((option, other) => option.count - other.count);
  const left = small.reduce((sum, { count }) => sum + count, 0);
  if (small.length && (small.length === 1 || left < SMALLEST) && rest.length) gone.add(rest[0]);
  return counts.map((option) => ({ text: option.text, count: gone.has(option) ? undefined : option.count }));
}
