import { getTranslations } from "next-intl/server";
import type { PicturePickerTexts } from "./picture-picker";

/** The words of a `PicturePicker` for up to `most` pictures; what they are for is the caller's to say. */
export async function pictureTexts(label: string, hint: string, most: number): Promise<PicturePickerTexts> {
  const [t, errors] = await Promise.all([getTranslations("booking.pictures"), getTranslations("errors")]);
  return {
    ...{ label, hint, add: t("add"), uploading: t("uploading"), retry: t("retry"), unreachable: t("unreachable") },
    picture: t.raw("picture") as string,
    remove: t.raw("remove") as string,
    tooMany: t("tooMany", { most }),
    tooLarge: errors("file_too_large"),
  };
}
