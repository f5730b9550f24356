import { expect, test } from "vitest";
import { currentToasts, dismissToast, onToasts, showToast } from "./toast-store";

const texts = () => currentToasts().map((toast) => toast.text);

test("a word in passing is heard by the region, stays until it is put away, and then is gone for good", () => {
  let changes = 0;
  const stop = onToasts(() => {
    changes += 1;
  });
  const saved = showToast("Saved", { tone: "success" });
  expect(texts()).toEqual(["Saved"]);
  dismissToast(saved);
  dismissToast(saved);
  expect(texts()).toEqual([]);
  expect(changes).toBe(2);
  stop();
  dismissToast(showToast("Unheard"));
  expect(changes).toBe(2);
});

test("more than three at once would hide the page: the oldest goes", () => {
  const ids = ["a", "b", "c", "d"].map((text) => showToast(text));
  expect(texts()).toEqual(["b", "c", "d"]);
  for (const id of ids) dismissToast(id);
});
