// SPDX-License-Identifier: MIT
// Files that the server makes: to keep, and to print.
import { ask } from "/ask.js";
import { make } from "/dom.js";
import { say } from "/state.js";

const largest = 256 * 1024 * 1024;

async function bytesOf(path) {
  const answer = await ask(path);
  if (Number(answer.headers.get("Content-Length")) > largest) throw new Error(say.tooLarge);
  return answer.blob();
}

/** Into the folder that the browser keeps files in. */
export async function download(path, name) {
  const url = URL.createObjectURL(await bytesOf(path));
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A picture that is not drawn by the page itself; `alt` says what it shows. */
export function picture(path, alt) {
  const image = make("img", { alt, class: "then" });
  bytesOf(path)
    .then((blob) => {
      image.src = URL.createObjectURL(blob);
      image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
    })
    .catch(() => image.replaceWith(make("p", { class: "quiet" }, say.noPicture)));
  return image;
}
