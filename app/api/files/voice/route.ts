import { UploadVoice } from "@/lib/domain/file-input";
import { LARGEST_VOICE_BYTES } from "@/lib/domain/room-limits";
import { uploadVoice } from "@/lib/flows/file/upload";
import { route } from "@/lib/web/route";

export const POST = route("file.upload", UploadVoice, uploadVoice, { limitBytes: LARGEST_VOICE_BYTES, atOnce: 6 });
