import "server-only";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { appOrigin } from "@/lib/env";

/** What of a passkey is kept. */
export interface StoredPasskey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: bigint;
}

const rpId = () => new URL(appOrigin()).hostname;

/** What the browser needs to make a new passkey; those that the account has are not made twice. */
export const registrationOptions = (
  account: { readonly id: string; readonly name: string; readonly hospital: string },
  challenge: string,
  credentialIds: readonly string[],
) =>
  generateRegistrationOptions({
    rpName: account.hospital,
    rpID: rpId(),
    userName: account.name,
    userID: new TextEncoder().encode(account.id),
    challenge: Buffer.from(challenge, "base64url"),
    attestationType: "none",
    excludeCredentials: credentialIds.map((id) => ({ id })),
    // Found without a name, and opened by finger, face or PIN: possession and person at once.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });

/** What the browser needs to show a passkey: one of those named, or any that it has for this hospital. */
export const assertionOptions = (challenge: string, credentialIds: readonly string[] = []) =>
  generateAuthenticationOptions({
    rpID: rpId(),
    challenge: Buffer.from(challenge, "base64url"),
    userVerification: "required",
    allowCredentials: credentialIds.map((id) => ({ id })),
  });

/** The new passkey, checked; null where anything about it is wrong. */
export async function readRegistration(
  response: unknown,
  challenge: string,
): Promise<(StoredPasskey & { transports: string[] }) | null> {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: appOrigin(),
    expectedRPID: rpId(),
    requireUserVerification: true,
  }).catch(() => ({ verified: false, registrationInfo: undefined }));
  if (!verified || !registrationInfo) return null;
  const { id, publicKey, counter, transports } = registrationInfo.credential;
  return { credentialId: id, publicKey, counter: BigInt(counter), transports: [...(transports ?? [])] };
}

/** The counter after a passkey was shown; null where the signature, the challenge, the origin or the counter is wrong. */
export async function readAssertion(
  response: unknown,
  challenge: string,
  passkey: StoredPasskey,
): Promise<bigint | null> {
  const result = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: appOrigin(),
    expectedRPID: rpId(),
    requireUserVerification: true,
    credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: Number(passkey.counter) },
  }).catch(() => null);
  return result?.verified ? BigInt(result.authenticationInfo.newCounter) : null;
}
