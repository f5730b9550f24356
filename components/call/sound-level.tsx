"use client";

import { useEffect, useState } from "react";

const MEASURE_MS = 150;

/** Whether the microphone hears anything, as a bar that moves. */
export function SoundLevel({ stream, label }: { stream: MediaStream; label: string }) {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (stream.getAudioTracks().length === 0) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0);
      setLevel(Math.min(1, loudest / 64));
    }, MEASURE_MS);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [stream]);
  return <meter min={0} max={1} value={level} aria-label={label} className="h-3 w-full" />;
}
