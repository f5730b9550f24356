import { OpenCalendar } from "@/lib/domain/medicines-input";
import { openCalendar } from "@/lib/flows/medicine/calendar";
import { route } from "@/lib/web/route";

export const GET = route("medicine.take", OpenCalendar, openCalendar);
