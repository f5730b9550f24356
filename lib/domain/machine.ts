import { conflict } from "@/lib/errors";

/** For each state, the events it allows and where they lead. */
export type Table<State extends string, Event extends string> = {
  readonly [S in State]: Readonly<Partial<Record<Event, NoInfer<State>>>>;
};

/**
 * A state machine as data: the command that moves it, the button that offers it and the queue that filters by it
 * all read the same table. Unknown states and events do not compile.
 */
export function machine<State extends string, Event extends string>(table: Table<State, Event>) {
  const states = Object.keys(table) as State[];
  return {
    states,
    /** Every event that some state allows. */
    events: [...new Set(states.flatMap((state) => Object.keys(table[state]) as Event[]))],
    /** The state that `event` leads to, or undefined where it is not allowed. */
    target: (state: State, event: Event): State | undefined => table[state][event],
    /** Like `target`, but throws the refusal `conflict` where it is not allowed. */
    next(state: State, event: Event): State {
      const to = table[state][event];
      if (to === undefined) throw conflict({ state, event });
      return to;
    },
    can: (state: State, event: Event): boolean => table[state][event] !== undefined,
    /** All states in which `event` is allowed: what a queue filters by. */
    statesFor: (event: Event): State[] => states.filter((state) => table[state][event] !== undefined),
    isFinal: (state: State): boolean => Object.keys(table[state]).length === 0,
  };
}
