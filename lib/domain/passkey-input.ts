import { z } from "zod";
import { line } from "./text-input";

const part = z.string().min(1).max(8_000);

/** What the browser's authenticator answers with; what it says is checked by its signature, not here. */
const answer = z
  .looseObject({ id: z.string().min(1).max(1_400), response: z.looseObject({ clientDataJSON: part }) })
  .transform(({ id, response, ...rest }) => ({ ...rest, id, response }));

export const AddPasskey = z.strictObject({ label: line({ max: 40 }), answer });
export type AddPasskey = z.output<typeof AddPasskey>;

export const RemovePasskey = z.strictObject({ passkeyId: z.uuid() });
export type RemovePasskey = z.output<typeof RemovePasskey>;

export const ShowPasskey = z.strictObject({ answer });
export type ShowPasskey = z.output<typeof ShowPasskey>;

/** The challenge that an answer was made for; null where it names none. */
export function challengeOf({ response }: ShowPasskey["answer"]): string | null {
  try {
    const text = new TextDecoder().decode(
      Uint8Array.from(atob(response.clientDataJSON.replaceAll("-", "+").replaceAll("_", "/")), (byte) =>
        byte.charCodeAt(0),
      ),
    );
    const { challenge } = z.object({ challenge: z.string().max(200) }).parse(JSON.parse(text));
    return challenge;
  } catch {
    return null;
  }
}
