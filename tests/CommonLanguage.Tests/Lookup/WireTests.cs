using CommonLanguage.Lookup;
using CsCheck;
using Google.Protobuf;

namespace CommonLanguage.Tests.Lookup;

public sealed class WireTests
{
    [Fact]
    public void Numbers_are_written_as_protocol_buffers_write_them() => Gen.UInt.Sample(
        value =>
        {
            var bytes = new byte[10];
            var at = 0;
            Wire.WriteVarint(bytes, ref at, value);

            Assert.Equal(CodedOutputStream.ComputeUInt32Size(value), at);
            Assert.Equal(at, Wire.VarintSize(value));
            Assert.Equal(value, new CodedInputStream(bytes, 0, at).ReadUInt32());
            var read = 0;
            Assert.Equal(value, Wire.ReadVarint(bytes, ref read));
            Assert.Equal(at, read);
        },
        iter: 2_000);

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    public void Texts_are_written_as_protocol_buffers_write_them(int length)
    {
        var text = new string('x', length);
        var bytes = new byte[Wire.FieldSize(length)];
        var at = 0;
        Wire.WriteText(bytes, ref at, MeaningFields.Definition, text);

        Assert.Equal(bytes.Length, at);
        Assert.Equal(text, V1.Meaning.Parser.ParseFrom(bytes).Definition);
        Assert.Equal(text, WireReader.Text(bytes, MeaningFields.Definition));
        Assert.Equal("", WireReader.Text(bytes, MeaningFields.Term));
    }
}
