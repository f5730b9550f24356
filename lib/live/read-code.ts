/** The text of a code in a picture; null where there is none that can be read. */
export type CodeReader = (picture: HTMLCanvasElement) => Promise<string | null>;

/** What a card bears, and what a pack of medicine does: a pack's code names the batch, which a bar code of the trade item does not. */
const formatsOf = { card: ["qr_code"], pack: ["data_matrix", "qr_code", "code_128"] } as const;
export type CodeKind = keyof typeof formatsOf;

interface Detector {
  detect(picture: HTMLCanvasElement): Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The browser's own reader where it has one; else one that is loaded now. Rejects where that cannot be loaded. */
export async function openReader(kind: CodeKind): Promise<CodeReader> {
  const formats = formatsOf[kind];
  const Native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const supported: readonly string[] = (await Native?.getSupportedFormats().catch(() => [])) ?? [];
  if (Native && formats.every((format) => supported.includes(format))) {
    const detector = new Native({ formats });
    return async (picture) => (await detector.detect(picture).catch(() => []))[0]?.rawValue ?? null;
  }
  const { BarcodeFormat, BrowserMultiFormatReader } = await import("@zxing/browser");
  const reader = new BrowserMultiFormatReader();
  const named = {
    qr_code: BarcodeFormat.QR_CODE,
    data_matrix: BarcodeFormat.DATA_MATRIX,
    code_128: BarcodeFormat.CODE_128,
  };
  reader.possibleFormats = formats.map((format) => named[format]);
  return async (picture) => {
    try {
      return reader.decodeFromCanvas(picture).getText();
    } catch {
      // It throws where it sees none.
      return null;
    }
  };
}

/** A picture as a canvas whose longer side is at most so many pixels. */
export function drawn(picture: CanvasImageSource, width: number, height: number, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext("2d", { willReadFrequently: true })?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Small codes need a large picture, blurred ones a small one. */
const SIDES = [1600, 800, 400];

/** The text of a code in a picture of one's own; null where there is none, or the file is no picture. */
export async function readCodeFile(file: File, kind: CodeKind): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  try {
    const read = await openReader(kind);
    for (const side of SIDES) {
      const text = await read(drawn(bitmap, bitmap.width, bitmap.height, side));
      if (text !== null) return text;
    }
    return null;
  } finally {
    bitmap.close();
  }
}
