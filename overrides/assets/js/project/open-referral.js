// Partners and assets in the format of Open Referral UK: the Human Services Data Specification 3.0 with the UK profile.
// Only what is known goes in. What a worksheet does not ask, such as an address, is left out.

/**
 * @typedef {{key: string, name: string}} Partner `key` is the lasting name of its row
 * @typedef {{key: string, name: string, offers: string, ring: string, partner?: Partner, changed: number}} Asset
 */

/**
 * @param {Partner[]} partners
 * @param {{uid: string, about: string}} project its own id, and what is said of each partner: the format asks for it
 * @returns {object[]} organisations, as the file has them
 */
export function organizations(partners, { uid, about }) {
  return partners.map((partner) => organization(partner, uid, about));
}

/**
 * @param {Asset[]} assets
 * @param {{uid: string, about: string}} project
 * @returns {object[]} services, each with its organisation where a partner owns it
 */
export function services(assets, { uid, about }) {
  return assets.map(({ key, name, offers, partner, changed }) => ({
    id: idOf(`${uid} ${key}`),
    name,
    ...(offers && { description: offers }),
    status: "active",
    last_modified: new Date(changed).toISOString(),
    ...(partner && {
      organization_id: idOf(`${uid} ${partner.key}`),
      organization: organization(partner, uid, about),
    }),
  }));
}

function organization({ key, name }, uid, about) {
  return { id: idOf(`${uid} ${key}`), name, description: about };
}

/**
 * The same row has the same id in every file, so that who takes the file in twice has it once.
 * @param {string} text
 * @returns {string} a UUID of version 8: RFC 9562, section 5.8
 */
export function idOf(text) {
  const parts = [1, 2, 3, 4].map((seed) => hash(text, seed).toString(16).padStart(8, "0"));
  const digits = [...parts.join("")];
  digits[12] = "8";
  digits[16] = "89ab"[Number.parseInt(digits[16], 16) % 4];
  const whole = digits.join("");
  return [whole.slice(0, 8), whole.slice(8, 12), whole.slice(12, 16), whole.slice(16, 20), whole.slice(20)].join("-");
}

// FNV-1a over 32 bits, with a start of its own for each quarter, and mixed so that near texts lie far apart.
function hash(text, seed) {
  let sum = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (const byte of encodeURIComponent(text)) sum = Math.imul(sum ^ byte.codePointAt(0), 0x01000193) >>> 0;
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}
