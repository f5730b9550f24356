import { type CodeKind, drawn, openReader } from "./read-code";

const EVERY_MS = 200;
const LONGEST_SIDE = 960;

/** Why the camera cannot be used: somebody said no, or there is none (or another program holds it). */
export type CameraFault = "denied" | "absent";

export const cameraFault = (error: unknown): CameraFault =>
  error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "SecurityError")
    ? "denied"
    : "absent";

/**
 * Shows the camera in `video` and tells each text that a code in view carries, until it is stopped. Rejects where there is no camera or
 * it may not be used (`cameraFault`).
 */
export async function watchCodes(
  video: HTMLVideoElement,
  kind: CodeKind,
  onText: (text: string) => void,
): Promise<() => void> {
  if (!navigator.mediaDevices) throw new DOMException("", "NotFoundError");
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    const read = await openReader(kind);
    video.srcObject = stream;
    await video.play();
    const look = async () => {
      if (video.videoWidth > 0) {
        const text = await read(drawn(video, video.videoWidth, video.videoHeight, LONGEST_SIDE));
        if (text !== null && !isStopped) onText(text);
      }
      if (!isStopped) timer = setTimeout(look, EVERY_MS);
    };
    void look();
    return stop;
  } catch (error) {
    stop();
    throw error;
  }
}
