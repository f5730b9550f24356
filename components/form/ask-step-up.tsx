/** Opens the dialog that asks for the second factor. Resolves true once it was shown, false where it was cancelled. */
export async function askStepUp(): Promise<boolean> {
  const [{ createRoot }, { StepUpDialog }] = await Promise.all([
    import("react-dom/client"),
    import("./step-up-dialog"),
  ]);
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const focused = document.activeElement;
  return new Promise((resolve) => {
    root.render(
      <StepUpDialog
        onEnd={(isDone) => {
          root.unmount();
          place.remove();
          if (focused instanceof HTMLElement) focused.focus();
          resolve(isDone);
        }}
      />,
    );
  });
}
