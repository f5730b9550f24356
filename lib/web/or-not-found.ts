import "server-only";
import { notFound } from "next/navigation";
import { Refusal } from "@/lib/errors";

/** What a page asked for; where this person is told that there is none, the page is the one that says so. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  }
}
