// Shows notices while no page is open. A message is { id, title, path }: no name, nothing clinical.
self.addEventListener("push", (event) => {
  const { id, title, path } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { tag: id, icon: "/icon.svg", data: { path } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const target = new URL(event.notification.data.path, self.location.origin);
  if (target.origin !== self.location.origin) return;
  const open = async () => {
    const pages = await self.clients.matchAll({ type: "window" });
    const page = pages.find(({ url }) => url === target.href);
    return page ? page.focus() : self.clients.openWindow(target.href);
  };
  event.waitUntil(open());
});
