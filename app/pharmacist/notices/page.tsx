import { NoticeCentre, type NoticesPageProps } from "@/app/(account)/notices/notice-centre";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";

export const generateMetadata = pageTitle("notices", "centre.title");

export default async function NoticesPage(props: NoticesPageProps) {
  return (
    <NoticeCentre {...props} actor={await requireActor("pharmacist", "head_pharmacist")} here="/pharmacist/notices" />
  );
}
