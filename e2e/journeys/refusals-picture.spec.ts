import sharp from "sharp";
import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, agree, answerNo, apply, newPatient, stranger, tellIntake } from "../support/patient";
import { rows } from "../support/rows";
import { turnAbout, words } from "../support/words";

const SYMPTOMS = "皮疹三天，照片附上。 A rash for three days, picture attached.";

const file = (name: string, buffer: Buffer) => ({ name, mimeType: "image/png", buffer });
const photo = () => {
  const noise = { type: "gaussian", mean: 160, sigma: 40 } as const;
  return sharp({ create: { width: 320, height: 240, channels: 3, background: "#c8786e", noise } })
    .png()
    .toBuffer();
};

// A trace fetches what an image could not show, and so breaks the policy that every page is watched for.
test.use({ trace: "off" });

for (const language of turnAbout(4)) {
  const t = words(language);

  test(`what is not a picture is turned away, and the application goes on without it (${language})`, async ({
    open,
  }) => {
    const account = await newPatient(language);
    const page = await open(account, { locale: language, on: "phone" });
    await addPerson(page, t, stranger("苏小河"));
    await apply(page, t, { doctor: "D028", service: "consultation", person: "苏小河" });
    await agree(page, t);
    await answerNo(page, t);
    await page.getByRole("textbox", { name: t("booking.symptoms.label") }).fill(SYMPTOMS);
    await tellIntake(page, t);
    const before = await rows();
    const picture = await photo();
    const next = page.getByRole("button", { name: t("booking.next"), exact: true });
    await page
      .getByLabel(t("booking.pictures.add"))
      .setInputFiles([
        file("page.png", Buffer.from("<script>alert(1)</script>")),
        file("half.png", picture.subarray(0, picture.length / 2)),
        file("scan.png", Buffer.concat([picture, Buffer.alloc(10 * 1024 * 1024)])),
      ]);
    for (const code of ["not_a_picture", "picture_damaged", "file_too_large"])
      await expect(page.getByRole("alert").filter({ hasText: t(`errors.${code}`) })).toBeVisible();
    await next.click();
    await expect(page.getByText(t("booking.symptoms.stillUploading"), { exact: true })).toBeVisible();
    await expectAccessible(page);
    expect(await rows()).toEqual(before);

    await page.getByLabel(t("booking.pictures.add")).setInputFiles([file("rash.png", picture)]);
    for (const _ of ["page", "half", "scan"])
      await page.getByRole("button", { name: t("booking.pictures.remove", { n: 1 }) }).click();
    await expect(page.getByRole("img", { name: t("booking.pictures.picture", { n: 1 }) })).toBeVisible();
    await next.click();
    await page.getByRole("button", { name: t("booking.confirm.submit") }).click();
    await expect(page.getByRole("img", { name: t("room.symptomPicture") })).toBeVisible();
    const kept = await ask<{ mediaType: string }>(
      `SELECT f."mediaType" FROM "File" f JOIN "Consultation" c ON c."id" = f."consultationId" WHERE f."ownerId" = $1`,
      [account],
    );
    expect(kept).toEqual([{ mediaType: "image/webp" }]);
  });
}
