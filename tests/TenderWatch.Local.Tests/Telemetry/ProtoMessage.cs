using System.Buffers.Binary;
using System.Text;

namespace TenderWatch.Local.Tests.Telemetry;

/// <summary>A message of protocol buffers by its field numbers (opentelemetry-proto names them).</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, ulong Number, byte[]? Bytes)> _fields = [];

    public ProtoMessage(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var key = Varint(ref bytes);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((field, Varint(ref bytes), null));
                    break;
                case 1:
                    _fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(bytes), null));
                    bytes = bytes[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref bytes);
                    _fields.Add((field, 0, bytes[..length].ToArray()));
                    bytes = bytes[length..];
                    break;
                case 5:
                    _fields.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(bytes), null));
                    bytes = bytes[4..];
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7} is none.");
            }
        }
    }

    public IEnumerable<ProtoMessage> All(int field) => _fields.Where(each => each.Field == field && each.Bytes is not null).Select(each => new ProtoMessage(each.Bytes));

    public string Text(int field) => _fields.Where(each => each.Field == field && each.Bytes is not null).Select(each => Encoding.UTF8.GetString(each.Bytes!)).FirstOrDefault("");

    public string Hex(int field) => _fields.Where(each => each.Field == field && each.Bytes is not null).Select(each => Convert.ToHexStringLower(each.Bytes!)).FirstOrDefault("");

    public ulong Number(int field) => _fields.Where(each => each.Field == field && each.Bytes is null).Select(each => each.Number).FirstOrDefault();

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
