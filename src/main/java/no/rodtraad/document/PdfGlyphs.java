package no.rodtraad.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Replaces what the font cannot draw, such as emoji: an archived PDF may not hold a character without a glyph. */
class PdfGlyphs {

    private static final int REPLACEMENT = 0xFFFD;

    private final CmapLookup characters;

    PdfGlyphs(byte[] font) {
        try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            characters = parsed.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("The font cannot be read", e);
        }
    }

    String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character < 0x20 || characters.getGlyphId(character) != 0) {
                result.appendCodePoint(character);
            } else if (!joinsOthers(character)) {
                result.appendCodePoint(REPLACEMENT);
            }
        });
        return result.toString();
    }

    /** Joiners and variation selectors, which have no shape of their own. */
    private static boolean joinsOthers(int character) {
        return Character.getType(character) == Character.FORMAT || character >= 0xFE00 && character <= 0xFE0F;
    }
}
