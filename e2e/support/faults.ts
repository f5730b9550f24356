import { setting } from "./settings";

/** Sets faults of a stand-in: see its `start-….ts` for which there are. */
export async function setFaults(standIn: Parameters<typeof setting>[0], faults: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${setting(standIn)}/faults`, { method: "POST", headers, body: JSON.stringify(faults) });
  if (!answer.ok) throw new Error(`${standIn} takes no such faults: ${await answer.text()}`);
}
