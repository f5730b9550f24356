import { rmSync } from "node:fs";
import config from "../../playwright.config";
import { arrangeApproved } from "../support/approved";
import { codeFilm, codePicture, filmFile } from "../support/card-picture";
import { expect, expectAccessible, test } from "../support/fixtures";
import { orderRow, payBills, placeOrder } from "../support/order";
import { openOrder, pick } from "../support/pharmacist";
import { words } from "../support/words";

const { launchOptions } = config.use ?? {};
test.use({
  launchOptions: {
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${filmFile()}`,
    ],
  },
});
test.afterAll(() => rmSync(filmFile(), { force: true }));

test("the second pharmacist reads the packs by camera and by picture; a trade item's bar code is not taken for a batch", async ({
  open,
}) => {
  const t = words("zh-CN");
  const { accountId, prescriptionId } = await arrangeApproved("D012", "zh-CN");
  const patient = await open(accountId, { on: "phone" });
  const orderId = await placeOrder(patient, t, prescriptionId, "pickup");
  await payBills(patient, t, orderId);
  const { number, batches } = await orderRow(orderId);
  const picker = await open("P001");
  await openOrder(picker, number);
  await pick(picker, t);

  await codeFilm(batches[0] ?? "");
  const checker = await open("P003", { on: "phone" });
  await checker.context().grantPermissions(["camera"]);
  await openOrder(checker, number);
  await checker.getByRole("link", { name: t("pharmacist.dispensing.scan.title"), exact: true }).click();
  await expect(checker.getByRole("heading", { name: t("pharmacist.dispensing.scan.title") })).toBeVisible();
  await expectAccessible(checker);
  const asPng = async (text: string) => ({
    ...{ name: "code.png", mimeType: "image/png", buffer: await codePicture(text) },
  });
  const picture = checker.getByLabel(t("pharmacist.dispensing.scan.picture"));
  await picture.setInputFiles(await asPng("6912345678901"));
  await expect(checker.getByText(t("pharmacist.dispensing.scan.notACode"))).toBeVisible();

  await checker.getByRole("button", { name: t("pharmacist.dispensing.scan.open"), exact: true }).click();
  const read = (n: number) =>
    checker.getByRole("textbox", { name: t("pharmacist.dispensing.batchRead", { n }), exact: true });
  await expect(read(1)).toHaveValue(batches[0] ?? "", { timeout: 20_000 });
  for (const batch of batches.slice(1)) await picture.setInputFiles(await asPng(batch));
  await expect(read(batches.length)).toHaveValue(batches.at(-1) ?? "");
  await checker.getByRole("button", { name: t("pharmacist.dispensing.do.check"), exact: true }).click();
  await expect(checker.getByRole("button", { name: t("pharmacist.dispensing.do.seal"), exact: true })).toBeVisible();
});
