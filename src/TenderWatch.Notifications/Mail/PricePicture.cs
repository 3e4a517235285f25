using BigGustave;
using TenderWatch.Core.Pictures;
using TenderWatch.Notifications.Digests;

namespace TenderWatch.Notifications.Mail;

/// <summary>
/// The prices of a lot as PNG: a row of one height for each, with its mark on a line from zero to the highest. There is no text in it, because a server need not have a font: the
/// words stand beside it in the table of the mail, row by row.
/// </summary>
internal static class PricePicture
{
    /// <summary>The width in a mail, in CSS pixels.</summary>
    public const int Width = 140;

    /// <summary>The height of a row in a mail, in CSS pixels.</summary>
    public const int RowHeight = 54;

    // Two pixels for each of CSS, for screens that have them.
    private const int Scale = 2;
    private const int Margin = 10 * Scale;

    private static readonly Pixel Line = new(216, 222, 228);
    private static readonly Pixel Reference = new(26, 127, 55);
    private static readonly Pixel Limit = new(154, 74, 0);
    private static readonly Pixel Bid = new(11, 79, 138);

    /// <summary>Draws it. The same prices give the same bytes.</summary>
    public static byte[] Of(IReadOnlyList<DigestPrice> prices)
    {
        var (width, height, row) = (Width * Scale, prices.Count * RowHeight * Scale, RowHeight * Scale);
        var canvas = new Canvas(width, height);
        var highest = prices.Max(price => price.Price) is > 0 and var most ? most : 1;
        for (var place = 0; place < prices.Count; place++)
        {
            var (price, middle) = (prices[place], (place * row) + (row / 2));
            var x = Margin + (int)(price.Price / highest * (width - (2 * Margin)));
            canvas.Fill(Margin, middle - 1, width - (2 * Margin), 2, Line);
            // Shape tells it as well as colour does.
            if (price.Kind == PriceMarkKind.Bid) canvas.Mark(x, middle, price.Asks);
            else canvas.Fill(x - 2, middle - 16, 4, 32, price.Kind == PriceMarkKind.Limit ? Limit : Reference);
        }

        return canvas.ToPng();
    }

    // Red, green, blue, opacity of each pixel: so the library reads them, whatever it calls the order. White where nothing is drawn.
    private sealed class Canvas(int width, int height)
    {
        private readonly byte[] _pixels = [.. Enumerable.Repeat(byte.MaxValue, width * height * 4)];

        public void Fill(int left, int top, int wide, int high, Pixel colour)
        {
            for (var y = top; y < top + high; y++)
            {
                for (var x = left; x < left + wide; x++) Set(x, y, colour);
            }
        }

        public void Mark(int x, int y, bool asks)
        {
            const int Reach = 15;
            const int Radius = 12;
            for (var down = -Reach; down <= Reach; down++)
            {
                for (var right = -Reach; right <= Reach; right++)
                {
                    if (asks ? Math.Abs(right) + Math.Abs(down) <= Reach : (right * right) + (down * down) <= Radius * Radius) Set(x + right, y + down, asks ? Limit : Bid);
                }
            }
        }

        public byte[] ToPng()
        {
            using var bytes = new MemoryStream();
            PngBuilder.FromBgra32Pixels(_pixels, width, height, useAlphaChannel: false).Save(bytes);
            return bytes.ToArray();
        }

        private void Set(int x, int y, Pixel colour)
        {
            if (x < 0 || x >= width || y < 0 || y >= height) return;
            var at = ((y * width) + x) * 4;
            (_pixels[at], _pixels[at + 1], _pixels[at + 2]) = (colour.R, colour.G, colour.B);
        }
    }
}
