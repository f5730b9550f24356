import { z } from "zod";

/** Who collects an order for the patient, as it is sealed on the order. */
const Collector = z.object({ name: z.string(), idTail: z.string() });
export type Collector = z.output<typeof Collector>;

export const collectorText = ({ name, idTail }: Collector): string => JSON.stringify({ name, idTail });
export const readCollector = (text: string): Collector => Collector.parse(JSON.parse(text));
