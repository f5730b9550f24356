import { getTranslations } from "next-intl/server";
import type { Picture } from "@/lib/domain/conversation";
import { RoomPicture } from "./picture";

/** What the patient wrote and showed with the booking: above the first message. */
export async function Symptoms({ text, pictures }: { text: string; pictures: readonly Picture[] }) {
  const t = await getTranslations("room");
  return (
    <div className="grid gap-2 rounded-lg border border-line bg-surface-raised p-4">
      <h2 className="font-semibold">{t("symptoms")}</h2>
      <p className="whitespace-pre-wrap">{text}</p>
      {pictures.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {pictures.map((picture) => (
            <li key={picture.id}>
              <RoomPicture
                {...picture}
                alt={t("symptomPicture")}
                texts={{
                  openPicture: t("openPicture"),
                  closePicture: t("closePicture"),
                  turnPicture: t("turnPicture"),
                  zoomPicture: t("zoomPicture"),
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
