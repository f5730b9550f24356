"use server";

import { endLeave as end, takeLeave as take } from "@/lib/commands/schedule/leave";
import { setDay as day, unsetDay as unset } from "@/lib/commands/schedule/set-day";
import { setIntake as intake } from "@/lib/commands/schedule/set-intake";
import { setWeek as week } from "@/lib/commands/schedule/set-week";
import { EndLeave, SetDay, SetIntake, SetWeek, TakeLeave, UnsetDay } from "@/lib/domain/schedule-input";
import { action } from "@/lib/web/action";

const options = { revalidate: "/doctor/schedule" };

export const setWeek = action("schedule.set_week", SetWeek, week, options);
export const setDay = action("schedule.set_day", SetDay, day, options);
export const unsetDay = action("schedule.unset_day", UnsetDay, unset, options);
export const takeLeave = action("schedule.take_leave", TakeLeave, take, options);
export const endLeave = action("schedule.end_leave", EndLeave, end, options);
export const setIntake = action("schedule.set_intake", SetIntake, intake, options);
