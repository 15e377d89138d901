package dev.latchkey.examples.kotlin

import java.security.AlgorithmParameters
import java.security.InvalidAlgorithmParameterException
import java.security.InvalidKeyException
import java.security.Key
import java.security.SecureRandom
import java.security.spec.AlgorithmParameterSpec
import javax.crypto.Cipher
import javax.crypto.CipherSpi

/** AES-GCM with a key that stays in the keystore, which insists on choosing each nonce itself. */
internal class DeviceCipher : CipherSpi() {
    private val real = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE")

    override fun engineInit(mode: Int, key: Key, random: SecureRandom?) =
        engineInit(mode, key, null as AlgorithmParameterSpec?, random)

    override fun engineInit(mode: Int, key: Key, parameters: AlgorithmParameterSpec?, random: SecureRandom?) {
        if (key !is KeptKey) {
            throw InvalidKeyException("The key is not of this device.")
        }
        if (mode == Cipher.ENCRYPT_MODE && parameters != null) {
            throw InvalidAlgorithmParameterException("Caller-provided IV not permitted")
        }
        real.init(mode, key.hidden, parameters)
    }

    override fun engineInit(mode: Int, key: Key, parameters: AlgorithmParameters?, random: SecureRandom?) =
        throw UnsupportedOperationException()

    override fun engineSetMode(mode: String) = Unit

    override fun engineSetPadding(padding: String) = Unit

    override fun engineGetBlockSize(): Int = real.blockSize

    override fun engineGetOutputSize(inputLength: Int): Int = real.getOutputSize(inputLength)

    override fun engineGetIV(): ByteArray? = real.iv

    override fun engineGetParameters(): AlgorithmParameters? = real.parameters

    override fun engineUpdateAAD(source: ByteArray, offset: Int, length: Int) = real.updateAAD(source, offset, length)

    override fun engineUpdate(input: ByteArray, offset: Int, length: Int): ByteArray? = real.update(input, offset, length)

    override fun engineUpdate(input: ByteArray, offset: Int, length: Int, output: ByteArray, outputOffset: Int): Int =
        real.update(input, offset, length, output, outputOffset)

    override fun engineDoFinal(input: ByteArray, offset: Int, length: Int): ByteArray = real.doFinal(input, offset, length)

    override fun engineDoFinal(input: ByteArray, offset: Int, length: Int, output: ByteArray, outputOffset: Int): Int =
        real.doFinal(input, offset, length, output, outputOffset)
}
