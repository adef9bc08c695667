// Words in what goes out that look like a person's name or a private way to reach somebody. It points them out, and the
// reader decides: no list of names is complete, and many places bear a person's name.

const LOOKS = {
  email: /[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+/u,
  phone: /(?:\+44|\b0)[\s\d().-]{8,}\d/u,
  postcode: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/u,
  title: /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Cllr|Sir|Dame)\.? \p{Lu}/u,
};
const CAPITALISED = /\p{Lu}\p{Ll}+(?:[’'-]\p{Lu}?\p{Ll}+)*/gu;
// Words that stand in names of places and organisations and hardly ever in a person's.
const OF_PLACES = new Set(
  `advice age alliance arts association avenue bank borough café centre charity chapel church circle citizens city close
  club college community connect council county court databank day digital district east estate farm foundation friday
  friends gallery garden general good great group hall health help home hospital house housing hub inclusion kitchen lane
  library line little local lunch market mental mill mobile monday mosque museum national neighbours network new north old
  online park parish place police post practice primary project pub red river road royal rural saturday school scout service
  shop social society south sports square station street sunday support surgery synagogue table team temple thursday town
  trust tuesday union university upper valley village villages voluntary wednesday weekly west women's works youth`.split(
    /\s+/,
  ),
);

/**
 * @param {string} text
 * @param {string[]} [known] names in which capital letters are expected, such as those of partners and of the place
 * @returns {{look: "email" | "phone" | "postcode" | "title" | "name", words: string}[]} what looks private, each once
 */
export function privateWords(text, known = []) {
  const findings = Object.entries(LOOKS).flatMap(([look, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ look, words: match[0].trim() }] : [];
  });
  const expected = new Set(known.flatMap(wordsOf));
  const isExpected = (word) => OF_PLACES.has(word.replace(/s$/, "")) || OF_PLACES.has(word) || expected.has(word);
  const name = runs(text).find((run) => !wordsOf(run).some(isExpected));
  return name && !findings.some(({ look }) => look === "title")
    ? [...findings, { look: "name", words: name }]
    : findings;
}

// Words with capital letters, two or more one after the other.
function runs(text) {
  const findings = [];
  let end = -1;
  for (const { 0: word, index } of text.matchAll(CAPITALISED)) {
    if (/^[’']? $/.test(text.slice(end, index)) && end >= 0) findings[findings.length - 1].push(word);
    else findings.push([word]);
    end = index + word.length;
  }
  return findings.filter((run) => run.length > 1).map((run) => run.join(" "));
}

function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}’'-]+/gu) ?? [];
}
