import { type Answer, ask, file } from "./ask";

/** Pieces that are not on the server yet, by name; they outlive the tab. */
export interface PieceKeep {
  put(name: string, file: Blob): Promise<boolean>;
  get(name: string): Promise<Blob | undefined>;
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
}

export interface PiecePorts {
  readonly keep: PieceKeep;
  readonly send: (path: string, piece: Blob) => Promise<Answer<unknown>>;
}

const UPLOAD_MS = 60_000;

export const sendPiece: PiecePorts["send"] = (path, piece) => ask(path, file(piece), UPLOAD_MS);

const PIECE_MS = 4_000;
const AGAIN_MS = 3_000;
const TYPES = ["video/webm;codecs=vp8,opus", "video/mp4", "audio/webm;codecs=opus", "audio/mp4"];

/** `callId/segment/index`: the server's address of a piece, too. */
const pathOf = (name: string) => {
  const [callId, segment, index] = name.split("/");
  return `/api/calls/${callId}/pieces?segment=${Number(segment)}&index=${Number(index)}`;
};
const nameOf = (callId: string, segment: number, index: number) =>
  `${callId}/${String(segment).padStart(2, "0")}/${String(index).padStart(4, "0")}`;

/** Sends what is kept, one after the other; what the server does not want is let go, what it did not get is sent again. */
export function pieceQueue({ keep, send }: PiecePorts) {
  let isSending = false;
  let isWanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function pump(): Promise<void> {
    clearTimeout(timer);
    isWanted = true;
    if (isSending) return;
    isSending = true;
    while (isWanted) {
      isWanted = false;
      for (const name of (await keep.names()).sort()) {
        const piece = await keep.get(name);
        const answer = piece && (await send(pathOf(name), piece));
        if (answer && !answer.ok && answer.why !== "refused") {
          timer = setTimeout(pump, AGAIN_MS);
          break;
        }
        await keep.remove(name);
      }
    }
    isSending = false;
  }
  return { pump, stop: () => clearTimeout(timer) };
}

/** Records what this side sends until it is stopped; another camera begins another segment. Where the browser cannot record, nothing is. */
export function callRecorder(ports: PiecePorts) {
  const queue = pieceQueue(ports);
  let recorder: MediaRecorder | undefined;
  let segment = -1;

  function begin(callId: string, stream: MediaStream): void {
    if (typeof MediaRecorder === "undefined") return;
    const isFilm = stream.getVideoTracks().length > 0;
    const mimeType = TYPES.find(
      (type) => type.startsWith(isFilm ? "video" : "audio") && MediaRecorder.isTypeSupported(type),
    );
    if (!mimeType) return;
    segment += 1;
    const mine = segment;
    let index = 0;
    recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: 600_000, audioBitsPerSecond: 32_000 });
    recorder.ondataavailable = ({ data }) => {
      if (data.size === 0) return;
      void ports.keep.put(nameOf(callId, mine, index), data).then(queue.pump);
      index += 1;
    };
    recorder.start(PIECE_MS);
  }
  const end = () => {
    if (recorder && recorder.state !== "inactive") recorder.stop();
    recorder = undefined;
  };

  return {
    /** What an earlier tab left behind goes now. */
    resume: () => void queue.pump(),
    /** Records this stream from now on; another one where it is not the same. */
    follow(callId: string, stream: MediaStream): void {
      if (recorder?.state === "recording" && recorder.stream === stream) return;
      end();
      begin(callId, stream);
    },
    end,
  };
}
