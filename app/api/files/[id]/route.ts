import { OpenFile } from "@/lib/domain/file-input";
import { openFile } from "@/lib/flows/file/open";
import { route } from "@/lib/web/route";

export const GET = route("file.view", OpenFile, openFile);
