"use client";

import { useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { type CallKind, RING_SECONDS } from "@/lib/domain/call";
import type { ActionResult } from "@/lib/domain/result";
import { CallControls } from "./call-controls";
import type { CallTexts } from "./call-texts";
import { Picture } from "./picture";
import { SoundLevel } from "./sound-level";
import { useCall } from "./use-call";
import { useDevices } from "./use-devices";
import { useRecorder } from "./use-recorder";

type Act = (input: unknown) => Promise<ActionResult<unknown>>;

interface Props {
  readonly consultationId: string;
  readonly kinds: readonly CallKind[];
  /** The service's calls are recorded where both sides agree. */
  readonly mayRecord: boolean;
  readonly iceServers: RTCIceServer[];
  readonly actions: { readonly start: Act; readonly answer: Act; readonly end: Act };
  readonly texts: CallTexts;
}

const isOn = ["connecting", "talking", "reconnecting"] as const;

/** One side of a call: devices are checked first, then one rings or answers; what happens is said in words, too. */
export function CallScreen({ consultationId, kinds, mayRecord, iceServers, actions, texts }: Props) {
  const { client, snapshot, tab, media } = useCall({ consultationId, iceServers });
  const { stream, fault, open, turn } = useDevices(media);
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [agrees, setAgrees] = useState(false);
  const { phase, call, endReason } = snapshot;
  const isTalking = isOn.some((one) => one === phase);
  useRecorder(call?.isRecorded && (phase === "talking" || phase === "reconnecting") ? call.id : null, stream);
  const withPicture = (stream?.getVideoTracks().length ?? 0) > 0;

  useEffect(() => {
    if (phase !== "incoming") return;
    const title = document.title;
    document.title = `☎ ${texts.incoming}`;
    return () => {
      document.title = title;
    };
  }, [phase, texts.incoming]);

  async function act(work: () => Promise<ActionResult<unknown>>) {
    setBusy(true);
    setRefusal(undefined);
    const result = await work().catch(() => null);
    if (!result?.ok) setRefusal(result?.message ?? texts.failed);
    setBusy(false);
    client.look();
  }
  const start = (kind: CallKind) =>
    act(() => actions.start({ id: consultationId, kind, tab, agreesToRecording: agrees }));
  const end = () => call && act(() => actions.end({ id: call.id }));
  const answer = async () => {
    if (!call || !(media.current || (await open(call.kind)))) return;
    await act(() => actions.answer({ id: call.id, tab, agreesToRecording: agrees }));
  };

  // Nobody answers: the caller does not wait for the server to notice.
  const giveUp = useRef(end);
  giveUp.current = end;
  useEffect(() => {
    if (phase !== "outgoing") return;
    const timer = setTimeout(() => giveUp.current(), RING_SECONDS * 1_000);
    return () => clearTimeout(timer);
  }, [phase]);

  const status = {
    idle: stream ? texts.ready : texts.checkLead,
    incoming: texts.incoming,
    outgoing: texts.outgoing,
    elsewhere: texts.elsewhere,
    connecting: texts.connecting,
    talking: snapshot.quality ? `${texts.talking} · ${texts[snapshot.quality]}` : texts.talking,
    reconnecting: texts.reconnecting,
    ended: endReason ? texts[endReason] : texts.hung_up,
  }[phase];

  return (
    <div className="grid gap-4">
      <p role="status" className="font-semibold text-lg">
        {status}
      </p>
      {snapshot.isOffline && <Alert tone="warning">{texts.offline}</Alert>}
      {fault && (
        <Alert tone="danger" live>
          {texts[fault]}
        </Alert>
      )}
      {refusal && (
        <Alert tone="danger" live>
          {refusal}
        </Alert>
      )}
      {isTalking && (
        <div className="relative overflow-hidden rounded-lg bg-ink">
          <Picture stream={snapshot.remote} label={texts.other} className="aspect-[3/4] w-full sm:aspect-video" />
          {withPicture && (
            <Picture
              stream={stream}
              label={texts.own}
              isOwn
              className="absolute right-3 bottom-3 aspect-[3/4] w-24 rounded-md border border-line"
            />
          )}
        </div>
      )}
      {mayRecord && isTalking && (
        <Alert tone={call?.isRecorded ? "danger" : "info"}>
          {call?.isRecorded ? texts.recording : texts.notRecorded}
        </Alert>
      )}
      {snapshot.isSoundOnly && isTalking && <Alert tone="warning">{texts.soundOnly}</Alert>}
      {!isTalking && stream && (
        <div className="grid max-w-sm gap-2">
          {withPicture && (
            <Picture stream={stream} label={texts.own} isOwn className="aspect-video w-full rounded-lg" />
          )}
          <SoundLevel stream={stream} label={texts.level} />
        </div>
      )}
      {isTalking && stream && (
        <CallControls
          stream={stream}
          client={client}
          isSoundOnly={snapshot.isSoundOnly}
          turn={turn}
          onEnd={end}
          texts={texts}
        />
      )}
      {mayRecord && (phase === "idle" || phase === "ended" || phase === "incoming") && (
        <Checkbox
          label={texts.recordAsk}
          hint={texts.recordHint}
          checked={agrees}
          onChange={(event) => setAgrees(event.target.checked)}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {!stream &&
          (phase === "idle" || phase === "ended") &&
          kinds.map((kind) => (
            <Button key={kind} variant="primary" size="lg" onClick={() => open(kind)}>
              {kind === "video" ? texts.checkVideo : texts.checkVoice}
            </Button>
          ))}
        {stream &&
          (phase === "idle" || phase === "ended") &&
          kinds
            .filter((kind) => withPicture || kind === "voice")
            .map((kind) => (
              <Button
                key={kind}
                variant={kind === kinds[0] ? "next" : "secondary"}
                size="lg"
                busy={isBusy}
                onClick={() => start(kind)}
              >
                {kind === "video" ? texts.startVideo : texts.startVoice}
              </Button>
            ))}
        {phase === "incoming" && (
          <>
            <Button variant="next" size="lg" busy={isBusy} onClick={answer}>
              {texts.answer}
            </Button>
            <Button variant="danger" size="lg" onClick={end}>
              {texts.decline}
            </Button>
          </>
        )}
        {phase === "outgoing" && (
          <Button variant="danger" size="lg" onClick={end}>
            {texts.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}
