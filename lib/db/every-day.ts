import "server-only";
import { newId } from "./id";

/** A week in which a service is held every day, all day long: what a new doctor begins with. */
export const everyDay = (offeringId: string, places: number) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    id: newId(),
    offeringId,
    weekday,
    fromMinute: 0,
    toMinute: 1440,
    places,
  }));
