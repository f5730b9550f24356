import type { Todo, TodoKind } from "@/lib/domain/patient-home";
import { pick } from "@/lib/i18n/locale";
import type { PatientHome } from "@/lib/queries/patient/home";

export interface TodoLine {
  readonly href: string;
  /** Values for the title's places. */
  readonly values: { readonly name: string; readonly count: number };
  /** Whom it is about, and with which doctor or under which number. */
  readonly patient: string;
  readonly doctor: string | null;
  readonly number: string | null;
}

const portalPath: Record<TodoKind, (id: string) => string> = {
  payFee: (id) => `/patient/consultations/${id}`,
  readMessages: (id) => `/patient/consultations/${id}`,
  inRoom: (id) => `/patient/consultations/${id}`,
  waiting: (id) => `/patient/consultations/${id}`,
  payMedicine: (id) => `/patient/prescriptions/${id}`,
  payOrder: (id) => `/patient/orders/${id}`,
  collect: (id) => `/patient/orders/${id}`,
  receive: (id) => `/patient/orders/${id}`,
  beingPrepared: (id) => `/patient/orders/${id}`,
  addPerson: () => "/patient/people/add",
  linkCard: (id) => `/patient/people/${id}/card`,
};

/** Where a line of the home leads and whom it names. */
export function todoLine({ kind, subjectId }: Todo, home: PatientHome, locale: string): TodoLine {
  const talk = home.consultations.find(
    ({ id, prescriptions }) => id === subjectId || prescriptions.some((prescription) => prescription.id === subjectId),
  );
  const order = home.orders.find(({ id }) => id === subjectId);
  const person = home.people.find(({ id }) => id === subjectId);
  return {
    href: portalPath[kind](subjectId),
    values: { name: person?.name ?? "", count: talk?.unread ?? 0 },
    patient: talk?.patient.name ?? order?.patientName ?? "",
    doctor: talk ? pick(locale, talk.doctor.nameZh, talk.doctor.nameEn) : null,
    number: order?.number ?? null,
  };
}
