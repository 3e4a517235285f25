using System.Buffers.Binary;
using System.Text;

namespace TenderWatch.Core.Dossiers.Archives;

/// <summary>
/// The records of a ZIP (APPNOTE 6.3 sections 4.3.7, 4.3.12, 4.3.16) as a dossier has them: nothing compressed, no time, no extra field, no comment. So one content has one
/// archive, and no byte of it can be anything else.
/// </summary>
internal static class ZipFormat
{
    public const int LocalLength = 30;
    public const int CentralLength = 46;
    public const int EndLength = 22;
    public const int MostFiles = 65534;
    public const long MostBytes = uint.MaxValue - 1;

    public const uint LocalSignature = 0x04034b50;
    public const uint CentralSignature = 0x02014b50;
    private const uint EndSignature = 0x06054b50;
    private const ushort Version = 10;
    private const ushort FirstOfJanuary1980 = 0x0021;

    /// <summary>The header before the bytes of a file.</summary>
    public static byte[] Local(ZipItem item)
    {
        var header = new byte[LocalLength + item.Name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, LocalSignature);
        Common(item, header.AsSpan(4));
        Encoding.ASCII.GetBytes(item.Name, header.AsSpan(LocalLength));
        return header;
    }

    /// <summary>The record of a file in the central directory.</summary>
    public static byte[] Central(ZipItem item)
    {
        var record = new byte[CentralLength + item.Name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(record, CentralSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(4), Version);
        Common(item, record.AsSpan(6));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(42), (uint)item.Offset);
        Encoding.ASCII.GetBytes(item.Name, record.AsSpan(CentralLength));
        return record;
    }

    /// <summary>The record at the end.</summary>
    public static byte[] End(int count, long centralOffset, long centralLength)
    {
        var record = new byte[EndLength];
        BinaryPrimitives.WriteUInt32LittleEndian(record, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(8), (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(10), (ushort)count);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12), (uint)centralLength);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(16), (uint)centralOffset);
        return record;
    }

    private static void Common(ZipItem item, Span<byte> fields)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(fields, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[8..], FirstOfJanuary1980);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], item.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[14..], (uint)item.Size);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[18..], (uint)item.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[22..], (ushort)item.Name.Length);
    }
}

/// <summary>A file in an archive.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Crc">The CRC-32 that the archive tells.</param>
/// <param name="Size">The number of its bytes.</param>
/// <param name="Offset">Where its header begins.</param>
internal sealed record ZipItem(string Name, uint Crc, long Size, long Offset)
{
    public long Start => Offset + ZipFormat.LocalLength + Name.Length;

    public long End => Start + Size;
}
