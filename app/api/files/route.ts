import { UploadPicture } from "@/lib/domain/file-input";
import { LARGEST_FILE_BYTES } from "@/lib/domain/room-limits";
import { uploadPicture } from "@/lib/flows/file/upload";
import { route } from "@/lib/web/route";

export const POST = route("file.upload", UploadPicture, uploadPicture, {
  limitBytes: LARGEST_FILE_BYTES,
  atOnce: 6,
});
