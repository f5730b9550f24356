import { expect, test } from "vitest";
import { avatarText, avatarTint } from "./avatar-text";

test.each([
  ["王小明", "小明"],
  ["欧阳娜娜", "娜娜"],
  ["李娜", "李娜"],
  ["李*", "李"],
  ["阿依古丽·买买提", "买提"],
  ["Mary Ann Smith", "MS"],
  ["Cher", "C"],
  ["", ""],
])("%s is shown as %s", (name, shown) => {
  expect(avatarText(name)).toBe(shown);
});

test("a person keeps the tint, and people differ", () => {
  const names = ["王小明", "李娜", "张伟", "刘洋", "陈静", "杨帆", "赵磊", "黄蕾"];
  const tints = names.map((name) => avatarTint(name, 5));
  expect(names.map((name) => avatarTint(name, 5))).toEqual(tints);
  expect(new Set(tints).size).toBeGreaterThan(2);
});
