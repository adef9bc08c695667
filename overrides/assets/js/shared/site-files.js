// Reads a file of this site. A page that was opened from a folder may not fetch: there, each file that a script may
// want has a twin beside it, a script that hands the file over (see macros/publishing/offline.py).

const inFolder = location.protocol === "file:";

/**
 * The text at `address`. Rejects where it cannot be had.
 * @param {URL | string} address
 * @param {RequestInit} [settings] those of the browser's fetch
 * @returns {Promise<string>}
 */
export async function textAt(address, settings) {
  return inFolder ? handedOver(address) : (await answer(address, settings)).text();
}

/**
 * The bytes at `address`. Rejects where they cannot be had.
 * @param {URL | string} address
 * @returns {Promise<Uint8Array>}
 */
export async function bytesAt(address) {
  if (!inFolder) return new Uint8Array(await (await answer(address)).arrayBuffer());
  return Uint8Array.from(atob(await handedOver(address)), (letter) => letter.charCodeAt(0));
}

async function answer(address, settings) {
  const response = await fetch(address, settings);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response;
}

function handedOver(address) {
  return new Promise((done, lost) => {
    const script = document.createElement("script");
    script.src = `${String(address).replace(/\/$/, "/index.html")}.js`;
    script.handOver = done;
    script.onload = () => script.remove();
    script.onerror = () => {
      script.remove();
      lost(new Error(`${script.src} did not come.`));
    };
    document.head.append(script);
  });
}
