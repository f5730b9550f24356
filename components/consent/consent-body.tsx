/** The paragraphs of a consent text, parted by empty lines, as a patient reads them. */
export function ConsentBody({ body }: { body: string }) {
  return body.split("\n\n").map((paragraph) => (
    <p key={paragraph} className="whitespace-pre-line">
      {paragraph}
    </p>
  ));
}
