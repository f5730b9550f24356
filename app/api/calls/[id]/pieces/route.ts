import { LARGEST_PIECE_BYTES, StorePiece } from "@/lib/domain/call-input";
import { storePiece } from "@/lib/flows/call/store-piece";
import { route } from "@/lib/web/route";

export const POST = route("call.record", StorePiece, storePiece, { limitBytes: LARGEST_PIECE_BYTES, atOnce: 12 });
