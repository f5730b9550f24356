import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { formatFen, Price } from "./price";

test("fen are shown as yuan in the reader's way of writing", () => {
  expect(formatFen(1250, "zh-CN")).toBe("¥12.50");
  expect(formatFen(1250, "en")).toBe("CN¥12.50");
  expect(formatFen(0, "zh-CN")).toBe("¥0.00");
  expect(formatFen(123_456_789, "zh-CN")).toBe("¥1,234,567.89");
});

test("the amount to pay reads the same in its large form", () => {
  const markup = renderToStaticMarkup(<Price fen={123_456_700} locale="zh-CN" size="lg" />);
  expect(markup.replace(/<[^>]+>/g, "")).toBe("¥1,234,567.00");
  expect(markup).toContain('value="1234567"');
});
