/** The same frame in a document of its own: the microphone is allowed in the room, and on no page that one comes from (`proof` 18). */
export { default, generateMetadata, viewport } from "@/app/doctor/layout";
