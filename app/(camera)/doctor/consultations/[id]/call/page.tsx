import { notFound } from "next/navigation";
import { answerCall, endCall, startCall } from "@/app/(camera)/actions";
import { CallScreen } from "@/components/call/call-screen";
import { callTexts } from "@/components/call/call-texts";
import { Recordings } from "@/components/call/recordings";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/domain/id";
import { iceServers } from "@/lib/gateways/ice";
import { pageTitle } from "@/lib/i18n/metadata";
import { callPlace } from "@/lib/queries/room/call-place";

export const generateMetadata = pageTitle("call", "metaTitle");

/** The doctor's end of a call; a document of its own, in which camera and microphone are allowed. */
export default async function CallPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("doctor");
  const { id } = await params;
  const place = isId(id) ? await callPlace(actor, id) : null;
  if (!place) notFound();
  const texts = await callTexts(place.patient.name);
  return (
    <>
      <PageHeader title={texts.title} back={{ href: `/doctor/consultations/${id}`, label: texts.back }} />
      <CallScreen
        consultationId={id}
        kinds={place.kinds}
        mayRecord={place.mayRecord}
        iceServers={iceServers(actor.accountId, new Date())}
        actions={{ start: startCall, answer: answerCall, end: endCall }}
        texts={texts}
      />
      <Recordings recordings={place.recordings} />
    </>
  );
}
