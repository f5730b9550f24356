import { create } from "qrcode";
import { type Html, html } from "../page";
import { HEALTH_CARD_SYSTEM } from "./identifiers";

/** Light squares around the code, without which cameras do not find it. */
const QUIET = 4;

/** What stands in a card's QR code. */
export const cardCode = (cardNumber: string): string => `${HEALTH_CARD_SYSTEM}|${cardNumber}`;

/** A card as the hospital prints it: its QR code. */
export function cardPicture(cardNumber: string): Html {
  const { data, size } = create(cardCode(cardNumber), { errorCorrectionLevel: "M" }).modules;
  const path = Array.from(data, (isDark, index) =>
    isDark ? `M${(index % size) + QUIET} ${Math.floor(index / size) + QUIET}h1v1h-1z` : "",
  ).join("");
  const side = size + 2 * QUIET;
  return html`<svg role="img" aria-label="${`健康卡二维码 Card ${cardNumber}`}" viewBox="0 0 ${side} ${side}" width="160" height="160" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`;
}
