import { ReadPhrases } from "@/lib/domain/config";
import { readPhrases } from "@/lib/flows/config/phrases";
import { route } from "@/lib/web/route";

export const GET = route("phrase.read", ReadPhrases, readPhrases);
