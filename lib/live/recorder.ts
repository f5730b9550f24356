import { asWav, lengthOf, resampled } from "@/lib/domain/wav";

export interface Recording {
  /** Ends it and gives what was said. */
  stop(): Promise<{ file: Blob; seconds: number }>;
  cancel(): void;
}

/** Records by the microphone, which the browser asks for; throws where it is refused or missing. `heard`: how loud it is now, 0 to 1. */
export async function record(heard: (level: number) => void): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const context = new AudioContext();
  const blocks: Float32Array[] = [];
  const end = () => {
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  try {
    await context.audioWorklet.addModule("/recorder-worklet.js");
    const ear = new AudioWorkletNode(context, "recorder");
    ear.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
      blocks.push(data);
      heard(Math.min(1, 2 * data.reduce((most, value) => Math.max(most, Math.abs(value)), 0)));
    };
    // Only what leads to the loudspeaker is heard at all; the ear itself gives silence.
    context.createMediaStreamSource(stream).connect(ear).connect(context.destination);
    await context.resume();
  } catch (error) {
    end();
    throw error;
  }
  return {
    async stop() {
      const { sampleRate } = context;
      end();
      const samples = resampled(blocks, sampleRate);
      return { file: new Blob([asWav(samples)], { type: "audio/wav" }), seconds: Math.round(lengthOf(samples)) };
    },
    cancel: end,
  };
}
