import { expect, test } from "vitest";
import { isSameName } from "./person-name";

test.each([
  ["王小明", "王小明"],
  ["王小明", "王 小明"],
  ["欧阳 娜娜", "欧阳娜娜"],
  ["阿依古丽·买买提", "阿依古丽•买买提"],
  ["阿依古丽·买买提", "阿依古丽・买买提"],
  ["WANG XIAOMING", "Wang Xiaoming"],
  ["WANG XIAOMING", "Xiaoming Wang"],
  ["CONN, LIZ", "Liz Conn"],
  ["Liz895 Conn188", "CONN188 LIZ895"],
  ["Mathilda O'Keefe", "mathilda o’keefe"],
  ["Ｌｉｚ　Ｃｏｎｎ", "Liz Conn"],
  ["Mary Ann Smith", "Smith Mary Ann"],
  ["Renée Müller", "RENE\u0301E MU\u0308LLER"],
  ["Renée Müller", "MULLER RENEE"],
  ["张伟", "ZHANG WEI"],
  ["张伟", "Wei Zhang"],
  ["王小明", "WANG XIAOMING"],
  ["XIAO MING, WANG", "王 小明"],
  ["欧阳娜娜", "OUYANG NANA"],
  ["单雄信", "SHAN XIONGXIN"],
  ["吕静", "LYU JING"],
  ["吕静", "LÜ JING"],
])("R5: %s and %s are one name", (one, other) => {
  expect(isSameName(one, other)).toBe(true);
});

test.each([
  ["王小明", "王小名"],
  ["王小明", "王小"],
  ["王小明", "小明王"],
  ["Liz Conn", "Liz Con"],
  ["Liz Conn", "Liz"],
  ["Liz895 Conn188", "Liz Conn"],
  ["Mary Ann Smith", "Ann Mary Smith"],
  ["王小明", "WANG XIAOMIN"],
  ["王小明", "XIAO WANGMING"],
  ["张伟", "ZHANG"],
  ["张伟", "ZHANG WEI LI"],
  ["", ""],
  ["  ", "王小明"],
])("R5: %s and %s are two names", (one, other) => {
  expect(isSameName(one, other)).toBe(false);
});
