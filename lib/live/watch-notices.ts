/** How this browser stands to being shown notices. */
export type Watching = "unsupported" | "denied" | "off" | "on";

const isSupported = () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

export interface WatchingBrowser {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

const current = async () => (await navigator.serviceWorker.getRegistration("/"))?.pushManager.getSubscription();

/** `isKnown`: whether the hospital knows of a browser in this session. */
export async function watching(isKnown: boolean): Promise<Watching> {
  if (!isSupported()) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  return isKnown && (await current()) ? "on" : "off";
}

/** Asks for leave and subscribes; null where leave was not given. Rejects where the browser's push service is out of reach. */
export async function beginWatching(applicationServerKey: string): Promise<WatchingBrowser | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  await navigator.serviceWorker.register("/notices-worker.js");
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const { endpoint = "", keys } = subscription.toJSON();
  return { endpoint, p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" };
}

/** Lets go; the address that is to be forgotten, null where there was none. */
export async function endWatching(): Promise<string | null> {
  const subscription = await current();
  await subscription?.unsubscribe();
  return subscription?.endpoint ?? null;
}
